namespace SmartKampung.Sdk;

/// <summary>A paper could not be made. Nothing is left of it.</summary>
public sealed class PaperException : Exception
{
    /// <summary>Tells why.</summary>
    public PaperException(PaperProblem problem, string? detail = null, Exception? cause = null)
        : base(detail is null ? $"The paper can't be made: {problem}." : $"The paper can't be made: {problem}. {detail}", cause) => Problem = problem;

    /// <summary>Why.</summary>
    public PaperProblem Problem { get; }

    /// <summary>Whether the same paper can be made later: the installation is to blame, and tells its administrators.</summary>
    public bool IsPassing => Problem is PaperProblem.EngineMissing or PaperProblem.EngineFailed;
}

/// <summary>Why a paper could not be made.</summary>
public enum PaperProblem
{
    /// <summary>What makes PDFs is not installed or does not start on this machine.</summary>
    EngineMissing,

    /// <summary>What makes PDFs ended in the middle of it, twice, or hangs.</summary>
    EngineFailed,

    /// <summary>Its HTML takes more of the processor's time than a paper may.</summary>
    TooSlow,

    /// <summary>Its HTML, its pictures or its PDF are larger, or nested deeper, than those of a paper may be.</summary>
    TooLarge,

    /// <summary>One of its pictures is no PNG or JPEG.</summary>
    BadPicture,

    /// <summary>What makes PDFs can't make anything of its HTML.</summary>
    Refused,
}

/// <summary>The text of a paper is no template, or did what a template may not.</summary>
public sealed class PaperTextException : Exception
{
    /// <summary>Tells where and why.</summary>
    public PaperTextException(int line, int column, string reason, Exception? cause = null)
        : base($"{line}:{column}: {reason}", cause) => (Line, Column, Reason) = (line, column, reason);

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; }

    /// <summary>What is wrong there, in English, as the template language tells it.</summary>
    public string Reason { get; }
}
