namespace SmartKampung.News.Articles;

enum ArticleState
{
    Draft,
    Published,
    Archived,

    /// <summary>A draft that waits for somebody who may publish it.</summary>
    Review,
}
