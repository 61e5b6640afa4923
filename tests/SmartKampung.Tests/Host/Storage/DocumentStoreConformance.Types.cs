namespace SmartKampung.Tests.Host.Storage;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public void Types_that_cannot_be_stored_exactly_are_refused_with_the_path_of_the_property()
    {
        AssertRefused<Refused.WithObject>("WithObject.Anything");
        AssertRefused<Refused.WithDateTime>("WithDateTime.At");
        AssertRefused<Refused.WithArray>("WithArray.Items");
        AssertRefused<Refused.WithDictionary>("WithDictionary.Counts");
        AssertRefused<Refused.WithClass>("WithClass.Inner");
        AssertRefused<Refused.WithOpenRecord>("WithOpenRecord.Inner");
        AssertRefused<Refused.WithReadOnly>("WithReadOnly.Text");
        AssertRefused<Refused.WithPrivateSet>("WithPrivateSet.Text");
        AssertRefused<Refused.WithField>("WithField.hidden");
        AssertRefused<Refused.WithIgnored>("WithIgnored.Text");
        AssertRefused<Refused.WithDeep>("WithDeep.Levels[].Text");
        AssertRefused<Refused.WithCycle>("WithCycle.Node.Next");
        AssertRefused<Refused.WithTwoConstructors>("WithTwoConstructors.Inner");
        AssertRefused<Refused.Generic<int>>("Generic");
    }

    [Fact]
    public void Keys_and_indexes_are_of_single_values_and_types_have_names_of_their_own()
    {
        Assert.Throws<InvalidOperationException>(() => Register(services => services.AddDocuments<Rich>(d => d.Index(r => r.Places))));
        Assert.Throws<InvalidOperationException>(() => Register(services => services.AddDocuments<Rich>(d => d.Unique(r => r.Tags))));
        Assert.Throws<NotSupportedException>(() => Register(services => services.AddDocuments<Rich>(d => d.Index(r => r.Text.Length))));
        Assert.Throws<InvalidOperationException>(() => Register(services => services.AddDocuments<Rich>(d => d.Upgrade(2, json => json))));
        Assert.Throws<InvalidOperationException>(() => Register(services => services.AddDocuments<Shapes.First.Shop>().AddDocuments<Shapes.Second.Shop>()));
    }

    [Fact]
    public void A_type_that_was_not_registered_is_named()
    {
        Assert.Contains("Shop", Assert.Throws<InvalidOperationException>(() => Session().Query<Shapes.First.Shop>()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Session().Store(new Shapes.First.Shop { Name = "" }));
    }

    void AssertRefused<T>(string path) where T : Document
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Register(services => services.AddDocuments<T>()));
        Assert.StartsWith(path, refusal.Message, StringComparison.Ordinal);
    }
}
