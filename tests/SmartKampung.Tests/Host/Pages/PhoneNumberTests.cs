using SmartKampung.Host.Pages;

namespace SmartKampung.Tests.Host.Pages;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("(0333) 412 345", "tel:+62333412345")]
    [InlineData("+62 333 412345", "tel:+62333412345")]
    [InlineData("0812-3456-7890", "tel:+6281234567890")]
    [InlineData("112", "tel:112")]
    [InlineData("110", "tel:110")]
    public void Number_can_be_called_from_any_phone(string written, string link) => Assert.Equal(link, PhoneNumber.CallLink(written));

    [Theory]
    [InlineData("6281234567890", "https://wa.me/6281234567890")]
    [InlineData("0812 3456 7890", "https://wa.me/6281234567890")]
    public void Chat_opens_with_the_international_number(string written, string link) => Assert.Equal(link, PhoneNumber.WhatsAppLink(written));

    [Fact]
    public void International_number_is_shown_as_people_write_it() => Assert.Equal("0812 3456 7890", PhoneNumber.AsWritten("6281234567890"));
}
