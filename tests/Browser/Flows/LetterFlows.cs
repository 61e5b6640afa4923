namespace SmartKampung.Browser.Flows;

/// <summary>Flows of letters share one demo village, one after another.</summary>
[CollectionDefinition]
public sealed class LetterFlows : ICollectionFixture<LetterOffice>;
