namespace SmartKampung.Browser;

/// <summary>Letters in the demo village, whether its demo content brought them or not.</summary>
static class LettersModule
{
    public static async Task SwitchOnAsync(HostProcess host)
    {
        using var administrator = await host.AdministratorAsync();
        await SwitchOnAsync(administrator);
    }

    public static async Task SwitchOnAsync(HttpClient administrator)
    {
        using var answer = await administrator.PutAsync($"/api/villages/{TestHost.DemoCode}/modules/letters", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
