namespace SmartKampung.Host.Pages;

/// <summary>Has the last word on a page of a signed-in reader before it is sent.</summary>
interface IPageFinish
{
    /// <summary>The page itself where there is nothing to say, as there hardly ever is.</summary>
    PageOutput Finish(PageOutput page, HttpContext context);
}
