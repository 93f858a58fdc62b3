namespace FinOps.Functions.Rendering.Html;

/// <summary>Inline styles of the mail; the classes are only hooks for the dark scheme.</summary>
internal static class MailStyle
{
    public const string Body = "margin:0;padding:0;background:#f4f6f9;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    public const string Small = "margin:0;font-size:13px;line-height:1.45;color:#51606f";
    public const string Text = "margin:6px 0;font-size:14px;line-height:1.5;color:#14202b";
    public const string Heading = "padding:5px 0 5px 8px;font-size:12px;color:#51606f;border-bottom:2px solid #dde3ea";
    public const string FirstHeading = "padding:5px 6px 5px 0;font-size:12px;color:#51606f;border-bottom:2px solid #dde3ea";
    public const string RowHead = "padding:6px 6px 6px 0;font-size:14px;font-weight:normal;color:#14202b;border-bottom:1px solid #dde3ea;word-break:break-word";
    public const string Number = "padding:6px 0 6px 8px;font-size:14px;color:#14202b;border-bottom:1px solid #dde3ea;white-space:nowrap";

    public const string Dark = """
        @media (prefers-color-scheme:dark){.bg{background:#0e141a!important}.card{background:#172029!important}.ink{color:#e7edf3!important}.soft{color:#a3b1bf!important}.line{border-color:#2a3743!important}}
        """;
}
