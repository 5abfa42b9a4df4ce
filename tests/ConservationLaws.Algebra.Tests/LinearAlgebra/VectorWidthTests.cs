using System.Globalization;
using System.Runtime.Intrinsics.X86;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

// `.ci/run` repeats the tests of the kernels with DOTNET_EnableAVX512=0 and DOTNET_EnableAVX2=0. It says with VECTOR_BITS_AT_MOST what must come of that:
// were the runtime to know the switch by another name, this test would fail, and not pass with wide vectors all the same.
public sealed class VectorWidthTests
{
    [Fact]
    public void No_vector_is_wider_than_the_run_allows()
    {
        int allowed = int.Parse(Environment.GetEnvironmentVariable("VECTOR_BITS_AT_MOST") ?? "512", CultureInfo.InvariantCulture);
        Assert.InRange(Avx512F.IsSupported ? 512 : Avx2.IsSupported ? 256 : 64, 64, allowed);
        Assert.InRange(ModularRowKernels.Has512 ? 512 : ModularRowKernels.Has256 ? 256 : 64, 64, allowed);
    }
}
