namespace SmartKampung.News.Articles;

enum ArticleState
{
    Draft,
    Published,
    Archived,
}
