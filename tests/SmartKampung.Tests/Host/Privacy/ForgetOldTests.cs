using Microsoft.Extensions.DependencyInjection;
using SmartKampung.Host.Accounts;
using SmartKampung.Host.Audit;
using SmartKampung.Host.Notifications;
using SmartKampung.Host.Privacy;
using SmartKampung.Tests.Host.Accounts;
using SmartKampung.Tests.Host.Consoles;

namespace SmartKampung.Tests.Host.Privacy;

public sealed class ForgetOldTests(PrivacyHost privacy) : IClassFixture<PrivacyHost>
{
    const int ManyMessages = 230;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    IServiceProvider Services => privacy.Host.Services;

    [Fact]
    public async Task What_is_past_its_time_goes_in_batches_and_is_told_in_the_records_and_what_is_not_stays()
    {
        using var gone = await StaffBrowser.SignInAsync(privacy.Host, Roles.Resident);
        var used = await privacy.Host.MakeSlipAsync();
        await WriteAsync(ManyMessages, NotificationState.Sent);
        await WriteAsync(1, NotificationState.Waiting);
        privacy.Host.Clock.AdjustTime(privacy.Host.Clock.GetUtcNow() + TimeSpan.FromDays(91));
        using var here = await StaffBrowser.SignInAsync(privacy.Host, Roles.Resident);
        await WriteAsync(1, NotificationState.Sent);

        await Services.GetRequiredService<ForgetOld>().RunAsync(Stop);

        var accounts = Services.GetRequiredService<AccountDocuments>().OpenSession();
        Assert.Equal([here.Account.Id], (await accounts.Query<Device>().ToListAsync(Stop)).Select(device => device.AccountId));
        Assert.Empty(await accounts.Query<Slip>().ToListAsync(Stop));
        Assert.NotNull(await accounts.LoadAsync<Account>(gone.Account.Id, Stop));
        var village = privacy.Entry(PrivacyHost.Village).Id;
        Assert.Equal(2, await Services.GetRequiredService<Messages>().OpenSession(village).Query<Message>().CountAsync(Stop));
        var told = Assert.Single(await Services.GetRequiredService<AuditLog>().OfVillageAsync(village, new(), 0, 100, Stop), entry => entry.Action == "retention");
        Assert.Equal(("Message", $"{ManyMessages}", Actor.HostName), (told.Documents[0].Type, told.Documents[0].Label, told.Name));
        Assert.NotEmpty(used);
    }

    async Task WriteAsync(int count, NotificationState state)
    {
        var session = Services.GetRequiredService<Messages>().OpenSession(privacy.Entry(PrivacyHost.Village).Id);
        for (var number = 0; number < count; number++)
            session.Store(new Message { Module = "desk", Channel = NotificationChannel.Email, To = "a@b.id", Subject = "x", Text = "y", State = state, WrittenAt = privacy.Host.Clock.GetUtcNow() });
        await session.SaveChangesAsync(Stop);
    }
}
