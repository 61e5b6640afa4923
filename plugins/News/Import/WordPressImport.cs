namespace SmartKampung.News.Import;

/// <summary>An export that somebody brought, from its check to its end.</summary>
sealed record WordPressImport : Document
{
    const int MostProblems = 100;
    const int LongestTitle = 160;

    public required string FileName { get; init; }

    /// <summary>Its name among the waiting files.</summary>
    public required string Upload { get; init; }

    public Guid? Person { get; init; }
    public string By { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public ImportState State { get; init; }
    public string Site { get; init; } = "";
    public bool IsZip { get; init; }
    public required ImportFindings Found { get; init; }

    /// <summary>Whether pages become articles too.</summary>
    public bool WithPages { get; init; }

    /// <summary>Whether pictures are fetched from the old site.</summary>
    public bool FromSite { get; init; }

    /// <summary>Changes with what is to be taken: what could not be had before is tried again then.</summary>
    public Guid Run { get; init; } = Guid.NewGuid();

    /// <summary>How many entries of the file are done with.</summary>
    public int Position { get; init; }

    public int Written { get; init; }

    /// <summary>Those that were there already.</summary>
    public int Present { get; init; }

    public int Pictures { get; init; }
    public int Failed { get; init; }
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>How many problems there are, told or not.</summary>
    public int ProblemCount { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int Wanted => Found.Articles + (WithPages ? Found.Pages : 0);
    public int Done => Written + Present + Failed;

    public bool Wants(WxrItem item) => item.IsKept && (item.IsPost || (WithPages && item.IsPage));

    public WordPressImport With(ImportProblem problem) => this with
    {
        Problems = Problems.Count < MostProblems ? [.. Problems, problem with { Title = Letters.Shorten(problem.Title, LongestTitle) }] : Problems,
        ProblemCount = ProblemCount + 1,
    };
}

enum ImportState
{
    /// <summary>Looked through; nothing is taken yet.</summary>
    Checked,
    Running,
    Done,
    Stopped,

    /// <summary>The village is about to close; it can go on once it is open again.</summary>
    Paused,

    /// <summary>The file is gone or could not be read to its end.</summary>
    Broken,
}

/// <summary>What is in an export.</summary>
sealed record ImportFindings
{
    public int Items { get; init; }
    public int Articles { get; init; }
    public int Pages { get; init; }

    /// <summary>Of articles and pages: thrown away, or never begun.</summary>
    public int LeftOut { get; init; }

    public int Others { get; init; }
    public int Categories { get; init; }
    public int Tags { get; init; }
    public int Comments { get; init; }
    public int Pictures { get; init; }
    public int PicturesInFile { get; init; }

    /// <summary>Articles and pages that the village has already.</summary>
    public int Present { get; init; }
}

/// <summary>What is wrong with an entry.</summary>
/// <param name="Title">The entry.</param>
/// <param name="Key">The text that tells what.</param>
/// <param name="Detail">What is put into the text.</param>
sealed record ImportProblem(string Title, string Key, string Detail = "");

/// <summary>A picture of the old site that was brought into the library, so that it is fetched once.</summary>
sealed record ImportedPicture : Document
{
    public required string Source { get; init; }

    /// <summary>Null where it could not be had.</summary>
    public Guid? Media { get; init; }

    /// <summary>The <see cref="WordPressImport.Run"/> that tried last.</summary>
    public required Guid Run { get; init; }
}

/// <summary>An import goes on from where it stands.</summary>
sealed record ImportGoesOn(Guid Import);
