namespace SmartKampung.Residents.People;

/// <summary>How people and what belongs to them are kept.</summary>
static class PeopleDocuments
{
    public static IServiceCollection AddPeopleDocuments(this IServiceCollection services) => services
        .AddDocuments<Resident>(Residents)
        .AddDocuments<Family>(d => d.Territory(f => f.Place).Unique(f => f.CardNumber).Index(f => f.Place!.RtNumber).Index(f => f.Place!.RwNumber).Index(f => f.Place!.Hamlet)
            .Personal(f => f.CardNumber, f => f.Address))
        .AddDocuments<Unit>(d => d.Territory(u => u.Place).Unique(u => u.Key).Personal(u => u.Terms.Select(t => t.Name), u => u.Terms.Select(t => t.Decree)))
        .AddDocuments<Reading>(d => d.Index(r => r.Resident).Index(r => r.Reader).Personal(r => r.ReaderName, r => r.Purpose))
        .AddDocuments<Change>(d => d.Index(c => c.Resident).Index(c => c.Person).Personal(c => c.By, c => c.Fields))
        .AddDocuments<Proposal>(d => d.Territory(p => p.Place).Index(p => p.Resident).Index(p => p.State).Index(p => p.Person)
            .Personal(p => p.Fields, p => p.Note, p => p.By, p => p.DecidedBy, p => p.Reason))
        .AddDocuments<MergedResident>(d => d.Index(m => m.Into).Index(m => m.Person).Personal(m => m.Fields, m => m.By))
        .AddPersonalData<Reading>(r => r.Reader, r => r)
        .AddPersonalData<Change>(c => c.Person, c => c)
        .AddPersonalData<Proposal>(p => p.Person, p => p)
        .AddPersonalData<MergedResident>(m => m.Person, m => m);

    /// <summary>The parts of the place stand in the clear, the smallest first, since a query reads by the first that fits; whatever else tells something of somebody is marked.</summary>
    static void Residents(DocumentMapping<Resident> d) => d
        .Territory(r => r.Place)
        .Unique(r => r.Nik)
        .Index(r => r.Family).Index(r => r.Place!.RtNumber).Index(r => r.Place!.RwNumber).Index(r => r.Place!.Hamlet).Index(r => r.State).Index(r => r.Id)
        .Text(r => r.Name, weight: 2).Text(r => r.Address)
        .Personal(r => r.Name, r => r.Nik, r => r.Relation, r => r.IsMale, r => r.BirthPlace, r => r.BirthDate, r => r.BirthCertificate, r => r.Religion, r => r.MaritalStatus)
        .Personal(r => r.Occupation, r => r.Education, r => r.Nationality, r => r.PassportNumber, r => r.BloodGroup, r => r.Disability)
        .Personal(r => r.FatherName, r => r.FatherNik, r => r.MotherName, r => r.MotherNik, r => r.Address, r => r.Phone, r => r.Email, r => r.StateSince);
}
