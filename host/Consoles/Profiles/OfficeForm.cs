using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Where the office is, how it is reached, and what stands in its letters and payments.</summary>
sealed record OfficeForm(
    [StringLength(200), Display(Name = "edit.address")] string Address,
    [StringLength(200), Display(Name = "edit.phone")] string Phone,
    [StringLength(40), Display(Name = "edit.whatsapp")] string WhatsApp,
    [StringLength(200), Display(Name = "edit.email")] string Email,
    [StringLength(40), Display(Name = "edit.office_code")] string OfficeCode,
    [StringLength(100), Display(Name = "edit.bank")] string Bank,
    [StringLength(40), Display(Name = "edit.bank_number")] string BankNumber,
    [StringLength(100), Display(Name = "edit.bank_holder")] string BankHolder,
    [StringLength(512), Display(Name = "edit.qris")] string Qris) : IProfileForm<OfficeForm>
{
    public static OfficeForm Of(VillageProfile profile) => new(
        profile.Address, profile.Phone, profile.WhatsApp, profile.Email, profile.OfficeCode,
        profile.BankAccount?.Bank ?? "", profile.BankAccount?.Number ?? "", profile.BankAccount?.Holder ?? "", profile.Qris);

    public VillageProfile ApplyTo(VillageProfile profile) => profile with
    {
        Address = Address.ReplaceLineEndings(", "),
        Phone = Phone,
        WhatsApp = International(WhatsApp),
        Email = Email,
        OfficeCode = OfficeCode,
        BankAccount = (Bank + BankNumber + BankHolder).Length == 0 ? null : new(Bank, BankNumber, BankHolder),
        Qris = Qris,
    };

    /// <summary>People write 0812-3456-7890 or +62 812 3456 7890.</summary>
    static string International(string number)
    {
        var digits = string.Concat(number.Where(sign => sign is not (' ' or '-' or '.' or '(' or ')' or '+')));
        return digits.StartsWith('0') ? "62" + digits[1..] : digits;
    }
}
