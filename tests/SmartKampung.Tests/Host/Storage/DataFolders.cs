using SmartKampung.Host.Storage;

namespace SmartKampung.Tests.Host.Storage;

static class DataFolders
{
    extension(TemporaryFolder folder)
    {
        public DataFolder Data => new(folder.FullName);
    }
}
