using System.Text;

namespace ConservationLaws.Cli.Tests.Running;

/// <summary>Standard input of a user who thinks before typing.</summary>
/// <remarks>All other ways of reading a derived <see cref="MemoryStream"/> lead to the overridden one.</remarks>
internal sealed class SlowStream(int milliseconds, string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position == 0)
        {
            Thread.Sleep(milliseconds);
        }

        return base.Read(buffer, offset, count);
    }
}
