using System.ComponentModel.DataAnnotations;

namespace SmartKampung.Host.Consoles.Profiles;

/// <summary>Who the village is, in both languages. Missions stand one a line, the English ones in the same order.</summary>
sealed record AboutForm(
    [StringLength(200), Display(Name = "edit.headline")] string Headline,
    [StringLength(200), Display(Name = "edit.headline_en")] string HeadlineEn,
    [StringLength(2000), Display(Name = "edit.lead")] string Lead,
    [StringLength(2000), Display(Name = "edit.lead_en")] string LeadEn,
    [StringLength(100_000), Display(Name = "edit.about")] string About,
    [StringLength(100_000), Display(Name = "edit.about_en")] string AboutEn,
    [StringLength(2000), Display(Name = "edit.vision")] string Vision,
    [StringLength(2000), Display(Name = "edit.vision_en")] string VisionEn,
    [StringLength(50_000), Display(Name = "edit.missions")] string Missions,
    [StringLength(50_000), Display(Name = "edit.missions_en")] string MissionsEn,
    [Display(Name = "edit.in_english")] bool IsInEnglish) : IProfileForm<AboutForm>
{
    public static AboutForm Of(VillageProfile profile) => new(
        profile.Headline.Indonesian, profile.Headline.English, profile.Lead.Indonesian, profile.Lead.English, profile.About.Indonesian, profile.About.English,
        profile.Vision.Indonesian, profile.Vision.English, Lines.JoinPaired([.. profile.Missions.Select(mission => mission.Indonesian)]),
        Lines.JoinPaired([.. profile.Missions.Select(mission => mission.English)]), profile.IsInEnglish);

    public VillageProfile ApplyTo(VillageProfile profile) => profile with
    {
        Headline = new(Headline, HeadlineEn),
        Lead = new(Lead, LeadEn),
        About = new(About, AboutEn),
        Vision = new(Vision, VisionEn),
        Missions = Lines.Pair(Missions, MissionsEn),
        IsInEnglish = IsInEnglish,
    };
}
