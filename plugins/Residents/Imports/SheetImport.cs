using SmartKampung.Residents.People;

namespace SmartKampung.Residents.Imports;

/// <summary>A sheet of people that somebody brought, from its columns to its end. Only who is limited to no part of the village sees it.</summary>
sealed record SheetImport : Document
{
    public required string FileName { get; init; }

    /// <summary>None: it concerns all of the village.</summary>
    public Territory? Place { get; init; }

    public Guid? Person { get; init; }
    public string By { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public ImportState State { get; init; }

    /// <summary>What the columns are called.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>For each column the property that it fills, empty for none.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public int Rows { get; init; }
    public int Parts { get; init; }

    /// <summary>How many parts are done with, in the present state.</summary>
    public int Position { get; init; }

    /// <summary>Whether rows that are wrong are left out; otherwise all are taken or none.</summary>
    public bool OnlyGood { get; init; }

    public RowCounts Found { get; init; } = new();

    /// <summary>What was taken.</summary>
    public RowCounts Taken { get; init; } = new();

    /// <summary>How many records somebody changed since, so that they were not taken back.</summary>
    public int Kept { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool IsWorking => State is ImportState.Checking or ImportState.Running or ImportState.TakingBack or ImportState.Clearing;
}

/// <summary>How many rows there are of each kind.</summary>
sealed record RowCounts
{
    public int New { get; init; }
    public int Changed { get; init; }
    public int Same { get; init; }
    public int Bad { get; init; }

    /// <summary>Of those that are not bad.</summary>
    public int Warned { get; init; }

    public int Sum => New + Changed + Same + Bad;

    public RowCounts With(RowReport row) => (row.Kind switch
    {
        RowKind.New => this with { New = New + 1 },
        RowKind.Changed => this with { Changed = Changed + 1 },
        RowKind.Same => this with { Same = Same + 1 },
        _ => this with { Bad = Bad + 1 },
    }) with { Warned = row.Kind != RowKind.Bad && row.Notes.Count > 0 ? Warned + 1 : Warned };
}

enum ImportState
{
    /// <summary>Somebody has to say which column is what.</summary>
    Columns,
    Checking,

    /// <summary>Looked through; nothing is taken yet.</summary>
    Checked,
    Running,
    Done,
    TakingBack,

    /// <summary>Taken back; families without anybody go.</summary>
    Clearing,
    TakenBack,
}

/// <summary>Some rows of an import, and what became of them.</summary>
sealed record SheetPart : Document, IWorkingCopy
{
    public required Guid Import { get; init; }

    public int Number { get; init; }

    /// <summary>As they were brought; none once they are done with.</summary>
    public IReadOnlyList<SheetRow> Rows { get; init; } = [];

    /// <summary>Those of which there is something to tell.</summary>
    public IReadOnlyList<RowReport> Reports { get; init; } = [];

    /// <summary>The families that came with them.</summary>
    public IReadOnlyList<Guid> Families { get; init; } = [];
}

/// <summary>What a row does, or did.</summary>
/// <param name="Number">Its number in the sheet.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Notes">What is wrong, or odd.</param>
/// <param name="Changes">What it changes in a record that is there.</param>
/// <param name="Resident">The record once it is taken.</param>
/// <param name="Version">The record's version then.</param>
sealed record RowReport(int Number, string Name, RowKind Kind, IReadOnlyList<ImportNote> Notes, IReadOnlyList<ChangedField> Changes, Guid? Resident = null, int Version = 0);

enum RowKind
{
    New,
    Changed,
    Same,
    Bad,

    /// <summary>It was taken, and taken back.</summary>
    TakenBack,

    /// <summary>Somebody changed the record since, so that it stays.</summary>
    Kept,
}

/// <summary>What is wrong or odd in a row.</summary>
/// <param name="Field">The property, empty for all of the row.</param>
/// <param name="Key">The text that tells it.</param>
/// <param name="Detail">What is put into the text.</param>
sealed record ImportNote(string Field, string Key, string Detail = "");

/// <summary>Which column was what, remembered for the next sheet.</summary>
sealed record RememberedColumns : Document
{
    public static readonly Guid Only = new("5f0c6a0e-6b1e-4c39-9d55-4a4f2b1f7a10");

    public IReadOnlyList<RememberedColumn> Columns { get; init; } = [];
}

sealed record RememberedColumn(string Heading, string Field);

/// <summary>An import goes on from where it stands.</summary>
sealed record SheetGoesOn(Guid Import);
