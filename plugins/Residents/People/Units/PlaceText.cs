namespace SmartKampung.Residents.People;

/// <summary>A place as people write it: RT 001 RW 002 Dusun Krajan.</summary>
static class PlaceText
{
    public static string Of(Territory? place, ITexts texts)
    {
        string?[] parts =
        [
            place?.RtNumber is { } rt ? $"RT {rt}" : null,
            place?.RwNumber is { } rw ? $"RW {rw}" : null,
            place?.Hamlet is { } hamlet ? texts["territory.hamlet", hamlet] : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }
}
