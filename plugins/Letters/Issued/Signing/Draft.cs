using SmartKampung.Letters.Issued.Registers;
using SmartKampung.Letters.Requests;

namespace SmartKampung.Letters.Issued.Signing;

/// <summary>A request with the letter that it becomes, made and signed, but not saved: it holds for one number on one day.</summary>
/// <param name="Request">As it was read.</param>
/// <param name="Item">What was told about it.</param>
/// <param name="Sequence">Its number in the register of the village; 0 without one.</param>
/// <param name="Letter">What is to be saved.</param>
/// <param name="Entry">The entry that goes with the number, or null.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Replaces">The file that it is in the place of, or null.</param>
sealed record Draft(LetterRequest Request, SigningItem Item, int Sequence, Letter Letter, RegisterEntry? Entry, DateTimeOffset At, string? Replaces = null)
{
    public bool Fits(int sequence, DateTimeOffset at) => Sequence == sequence && At.Date == at.Date;
}
