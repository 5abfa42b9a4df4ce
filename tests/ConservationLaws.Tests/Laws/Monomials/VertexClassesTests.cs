using ConservationLaws.Laws.Monomials;

namespace ConservationLaws.Tests.Laws.Monomials;

public sealed class VertexClassesTests
{
    [Fact]
    public void Merged_vertices_share_their_smallest_member()
    {
        var random = new Random(1);
        for (int round = 0; round < 200; round++)
        {
            int count = random.Next(1, 20);
            var classes = new VertexClasses(count);
            int[] smallest = [.. Enumerable.Range(0, count)];
            for (int step = random.Next(30); step > 0; step--)
            {
                (int left, int right) = (random.Next(count), random.Next(count));
                (int first, int second) = (smallest[left], smallest[right]);
                Assert.Equal(first != second, classes.Merge(left, right));
                smallest = Array.ConvertAll(smallest, vertex => vertex == first || vertex == second ? Math.Min(first, second) : vertex);
                Assert.Equal(smallest, Enumerable.Range(0, count).Select(classes.Find));
            }
        }
    }
}
