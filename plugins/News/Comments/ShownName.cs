namespace SmartKampung.News.Comments;

/// <summary>Publishing somebody's name needs their consent (UU 27/2022, article 20); they are asked with their first comment in a village.</summary>
static class ShownName
{
    public static readonly ConsentPurpose Purpose = new("comment-name", text: "comment.consent", version: "1");
}
