using System.Text;

namespace ConservationLaws.Cli.Tests.Running;

/// <summary>Standard input of a user who thinks before typing.</summary>
internal sealed class SlowStream(int milliseconds, string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override int Read(Span<byte> buffer)
    {
        if (Position == 0)
        {
            Thread.Sleep(milliseconds);
        }

        return base.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
}
