namespace SmartKampung.News;

static class Permissions
{
    public static Permission Write { get; } = new("news.write", Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator);

    public static Permission Publish { get; } = new("news.publish", Roles.Operator, Roles.Secretary, Roles.Head, Roles.Administrator);
}
