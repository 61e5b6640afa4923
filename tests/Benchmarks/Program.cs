using SmartKampung.Benchmarks;

if (args is ["bare", var file]) return await BareServer.RunAsync(file);
if (args is ["soak", var soaked]) return await Soak.RunAsync(soaked);
if (args is ["register"])
{
    Table.Print("a register of personal data", await SealedRegister.MeasureAsync());
    return 0;
}

if (args is ["people", var registered])
{
    Table.Print("the register's pages", await Register.MeasureAsync(registered));
    return 0;
}

if (args is ["signing", var signed])
{
    Table.Print("letters signed in one go", await Signing.MeasureAsync(signed));
    return 0;
}

if (args is not [var published]) throw new ArgumentException("Say where the host was published to.");

using var data = new TemporaryFolder();
await Starting.PrepareAsync(published, data.FullName);
Table.Print("start", [await Starting.MeasureAsync(published, data.FullName)]);

Table.Print("all villages of the country", await National.MeasureAsync(published));

await using var host = await HostProcess.StartAsync(data.FullName, published);
Table.Print("villages", await Villages.MeasureAsync(host));
Table.Print("switching a module", await Switching.MeasureAsync(host));
Table.Print("saves a second, in one village", await Saving.MeasureAsync());
Table.Print("a register of personal data", await SealedRegister.MeasureAsync());
Table.Print("the register's pages", await Register.MeasureAsync(published));
Table.Print("queries", [await Queries.MeasureAsync(published)]);
Table.Print("pages a second, beside bare Kestrel with the same bytes", await Serving.MeasureAsync(host));
Table.Print("console pages", await Consoles.MeasureAsync(published));
Table.Print("papers", await Letters.MeasureAsync());
Table.Print("letters signed in one go", await Signing.MeasureAsync(published));
Table.Print("modules beside each other", await Neighbours.MeasureAsync(published));
return 0;
