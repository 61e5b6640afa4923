namespace SmartKampung.Host.Pages;

/// <summary>What every page knows of the installation, from the configuration's section <c>Site</c>.</summary>
sealed class SiteOptions
{
    /// <summary>What the installation is called.</summary>
    public string Name { get; set; } = "SmartKampung";

    /// <summary>The portal's address, such as <c>https://desa.example</c>; empty where every village lives below the portal's own host.</summary>
    public string Address { get; set; } = "";

    /// <summary>Other host names of the installation, between commas; who comes by one of them is led to <see cref="Address" />.</summary>
    public string HostNames { get; set; } = "";

    /// <summary>Where maps get their tiles from, such as <c>https://tile.example/{z}/{x}/{y}.png</c>; empty for outlines on plain ground.</summary>
    public string Tiles { get; set; } = "";

    /// <summary>Whom maps with tiles name as their source.</summary>
    public string TilesCredit { get; set; } = "OpenStreetMap";

    /// <summary>Whether pages are offered in English beside Indonesian, where the village has them.</summary>
    public bool English { get; set; } = true;

    /// <summary>The folder of the theme; empty for templates/default beside the host.</summary>
    public string Theme { get; set; } = "";
}
