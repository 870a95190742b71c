using MolShell.Compute.Devices;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

public sealed class ThreadTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_part_is_done_once_a_round(int size)
    {
        using ThreadTeam team = new(size);
        int[] done = new int[size];
        for (int round = 1; round <= 100; round++)
        {
            team.Run(part => done[part]++);
            Assert.All(done, count => Assert.Equal(round, count));
        }
    }

    [Fact]
    public void A_hundred_thousand_rounds_end_and_allocate_nothing()
    {
        using ThreadTeam team = new(2);
        long[] counts = new long[2];
        Action<int> work = part => counts[part]++;
        team.Run(work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 1; round < 100_000; round++)
        {
            team.Run(work);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal([100_000, 100_000], counts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void An_exception_in_any_part_arrives_after_all_parts_and_the_team_goes_on(int faulty)
    {
        using ThreadTeam team = new(3);
        int done = 0;
        for (int round = 1; round <= 20; round++)
        {
            InvalidOperationException fault = Assert.Throws<InvalidOperationException>(() => team.Run(part =>
            {
                Interlocked.Increment(ref done);
                if (part == faulty)
                {
                    throw new InvalidOperationException($"part {part}");
                }
            }));
            Assert.Equal($"part {faulty}", fault.Message);
            Assert.Equal((6 * round) - 3, done);
            team.Run(_ => Interlocked.Increment(ref done));
            Assert.Equal(6 * round, done);
        }
    }

    [Fact]
    public void Sleeping_threads_wake_up()
    {
        using ThreadTeam team = new(3);
        int done = 0;
        for (int round = 1; round <= 5; round++)
        {
            // Longer than threads spin.
            Thread.Sleep(30);
            team.Run(_ => Interlocked.Increment(ref done));
            Assert.Equal(3 * round, done);
        }
    }

    [Fact]
    public void Threads_end_when_the_team_is_disposed()
    {
        Thread[] threads = new Thread[4];
        ThreadTeam team = new(threads.Length);
        team.Run(part => threads[part] = Thread.CurrentThread);
        team.Dispose();
        team.Dispose();
        Assert.Equal(threads.Length, threads.Distinct().Count());
        Assert.Same(Thread.CurrentThread, threads[0]);
        Assert.All(threads[1..], thread => Assert.True(thread.Join(TimeSpan.FromSeconds(20)), "A thread goes on."));
    }
}
