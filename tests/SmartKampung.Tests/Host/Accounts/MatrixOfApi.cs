namespace SmartKampung.Tests.Host.Accounts;

/// <summary>The part of <see cref="Matrix" /> where a browser's session is worth nothing: it asks for the administrator key or a token.</summary>
static class MatrixOfApi
{
    public const string Keyed = """
        GET /api/backups
        POST /api/backups
        POST /api/backups/restore
        GET /api/backups/work
        GET /api/villages/{code}/backups
        POST /api/villages/{code}/backups
        GET /api/villages/{code}/backups/work
        GET /api/villages/{code}/backups/{id:guid}
        GET /api/keys/personal
        POST /api/keys/personal/reseal
        DELETE /api/keys/personal/old
        POST /api/modules/rescan
        GET /api/audit/verification
        GET /api/villages/{code}/audit/verification
        POST /api/portal/rebuild
        GET /api/portal/rebuild/{id:guid}
        PUT /api/regency/modules/{id}
        DELETE /api/regency/modules/{id}
        GET /api/regency/settings/{module}
        PUT /api/regency/settings/{module}
        GET /api/regency/templates/{owner}/{name}
        PUT /api/regency/templates/{owner}/{name}
        DELETE /api/regency/templates/{owner}/{name}
        PUT /api/districts/{code}/modules/{id}
        DELETE /api/districts/{code}/modules/{id}
        GET /api/districts/{code}/settings/{module}
        PUT /api/districts/{code}/settings/{module}
        GET /api/districts/{code}/templates/{owner}/{name}
        PUT /api/districts/{code}/templates/{owner}/{name}
        DELETE /api/districts/{code}/templates/{owner}/{name}
        POST /api/villages
        POST /api/villages/import
        PATCH /api/villages/{code}
        DELETE /api/villages/{code}
        POST /api/villages/{code}/actions/merge
        POST /api/villages/{code}/actions/recode
        POST /api/villages/{code}/actions/split
        GET /api/villages/{code}/documents
        POST /api/villages/{code}/documents
        GET /api/villages/{code}/events
        POST /api/villages/{code}/events/retry
        GET /api/villages/{code}/indicators
        GET /api/villages/{code}/jobs
        GET /api/villages/{code}/notifications
        PUT /api/villages/{code}/profile
        PUT /api/villages/{code}/modules/{id}
        DELETE /api/villages/{code}/modules/{id}
        GET /api/villages/{code}/settings/{module}
        PUT /api/villages/{code}/settings/{module}
        GET /api/villages/{code}/templates/{owner}/{name}
        PUT /api/villages/{code}/templates/{owner}/{name}
        DELETE /api/villages/{code}/templates/{owner}/{name}
        POST /api/villages/{code}/news/articles
        PUT /api/villages/{code}/news/articles/{id:guid}
        DELETE /api/villages/{code}/news/articles/{id:guid}
        POST /api/villages/{code}/news/articles/{id:guid}/publish
        POST /api/villages/{code}/news/articles/{id:guid}/archive
        POST /api/villages/{code}/news/announcements
        PUT /api/villages/{code}/news/announcements/{id:guid}
        DELETE /api/villages/{code}/news/announcements/{id:guid}
        POST /api/villages/{code}/news/agenda
        PUT /api/villages/{code}/news/agenda/{id:guid}
        DELETE /api/villages/{code}/news/agenda/{id:guid}
        POST /api/villages/{code}/news/pictures
        """;
}
