namespace SmartKampung.Residents.People;

/// <summary>A record as other modules get it.</summary>
static class SharedData
{
    public static ResidentData Of(Resident resident, Family? family) => new()
    {
        Id = resident.Id,
        Name = resident.Name,
        Nik = resident.Nik ?? "",
        FamilyCardNumber = family?.CardNumber ?? "",
        IsMale = resident.IsMale,
        BirthPlace = resident.BirthPlace,
        BirthDate = resident.BirthDate,
        Religion = resident.Religion,
        MaritalStatus = resident.MaritalStatus,
        Occupation = resident.Occupation,
        Education = resident.Education,
        Nationality = resident.Nationality,
        BloodGroup = resident.BloodGroup,
        Relation = resident.Relation,
        FatherName = resident.FatherName,
        MotherName = resident.MotherName,
        Address = resident.Address,
        Place = resident.Place,
        Phone = resident.Phone,
        Email = resident.Email,
    };
}
