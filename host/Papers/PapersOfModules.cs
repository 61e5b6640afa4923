using System.Text.RegularExpressions;
using SmartKampung.Host.Modules;

namespace SmartKampung.Host.Papers;

/// <summary>Gives modules what they make papers with, wherever they are.</summary>
sealed partial class PapersOfModules(WritePaper write, PaperEngine engine, MakeMark marks, Signers signers, VerifyPaper verify)
{
    public IPapers Of(string module, CapsuleContext context) => new Papers(module, context, write, engine, marks, signers, verify);

    sealed partial class Papers(string module, CapsuleContext context, WritePaper write, PaperEngine engine, MakeMark marks, Signers signers, VerifyPaper verify) : IPapers
    {
        public Task<byte[]> MakeAsync(string template, object? model, PaperLayout layout, CancellationToken stop = default) =>
            MakeAsync(write.OfTemplate(module, context, template, model, layout), stop);

        public Task<byte[]> MakeFromTextAsync(string text, object? model, PaperLayout layout, CancellationToken stop = default) =>
            MakeAsync(write.OfText(module, context, text, model, layout), stop);

        public PaperTextException? FindMistake(string text) => WritePaper.MistakeIn(module, text);

        public SigningWay Signing => signers.WayOf(context.VillageOrNull);

        public async Task<byte[]> SignAsync(byte[] pdf, PaperSigner signer, CancellationToken stop = default) =>
            await signers.SignAsync(pdf, signer, signer.Mark is { } mark ? await marks.RunAsync(module, context, pdf, mark, stop) : null, context.VillageOrNull, stop);

        public async Task<byte[]> MarkAsync(byte[] pdf, PaperMark mark, CancellationToken stop = default) =>
            await marks.RunAsync(module, context, pdf, mark, stop) is { } made ? AppendMark.To(pdf, made) : pdf;

        public IReadOnlyList<PaperSignature> Verify(byte[] pdf) => verify.Run(pdf);

        Task<byte[]> MakeAsync(PaperOrder order, CancellationToken stop)
        {
            if (order.Pictures.Keys.FirstOrDefault(name => !PictureName().IsMatch(name)) is { } odd) throw new ArgumentException($"'{odd}' is no name of a picture, such as emblem.png.");
            return engine.MakeAsync(order, stop);
        }

        [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]{0,63}\.(png|jpe?g|svg)\z")]
        private static partial Regex PictureName();
    }
}
