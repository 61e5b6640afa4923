using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SmartKampung.Host.Pages;

/// <summary>Writes an object of a template as linked data; the encoder lets nothing through that could end the script element.</summary>
static class JsonLd
{
    const int Deepest = 16;

    public static Html Script(Arguments call)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json)) Write(writer, call[0], call, Deepest);
        return new Html($"<script type=\"application/ld+json\">{Encoding.UTF8.GetString(json.WrittenSpan)}</script>");
    }

    static void Write(Utf8JsonWriter writer, object? value, Arguments call, int depth)
    {
        if (depth == 0) throw call.Mistake("The linked data is nested too deep.");
        if (value is IDictionary<string, object> members) WriteObject(writer, members, call, depth);
        else if (value is IEnumerable items and not string) WriteList(writer, items, call, depth);
        else WriteValue(writer, value, call);
        if (writer.BytesCommitted + writer.BytesPending > TemplateLimits.OutputLength) throw call.Mistake("The linked data is too long.");
    }

    static void WriteObject(Utf8JsonWriter writer, IDictionary<string, object> members, Arguments call, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            call.Context.Step();
            if (value is null) continue;
            writer.WritePropertyName(name);
            Write(writer, value, call, depth - 1);
        }

        writer.WriteEndObject();
    }

    static void WriteList(Utf8JsonWriter writer, IEnumerable items, Arguments call, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            call.Context.Step();
            Write(writer, item, call, depth - 1);
        }

        writer.WriteEndArray();
    }

    static void WriteValue(Utf8JsonWriter writer, object? value, Arguments call)
    {
        if (value is null) writer.WriteNullValue();
        else if (value is bool flag) writer.WriteBooleanValue(flag);
        else if (value is int or long or short or decimal or double)
            writer.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        else if (value is DateTimeOffset or DateOnly or TimeOnly) writer.WriteStringValue(DateWriting.Iso(value, call.Request.TimeZone));
        else writer.WriteStringValue(call.Context.ObjectToString(value));
    }
}
