namespace MolShell.Compute.Plots.Scales;

/// <summary>Clipping of line segments to a rectangle.</summary>
internal static class Segment
{
    /// <summary>
    /// Cuts the segment to [0, width] x [0, height] (Liang and Barsky, doi:10.1145/357332.357333); false where nothing is left of it.
    /// </summary>
    public static bool TryClip(ref (double X, double Y) from, ref (double X, double Y) to, double width, double height)
    {
        double dx = to.X - from.X;
        double dy = to.Y - from.Y;
        double enter = 0;
        double leave = 1;
        bool inside = Cut(-dx, from.X, ref enter, ref leave) && Cut(dx, width - from.X, ref enter, ref leave)
            && Cut(-dy, from.Y, ref enter, ref leave) && Cut(dy, height - from.Y, ref enter, ref leave);
        if (!inside)
        {
            return false;
        }

        (double X, double Y) start = from;
        from = (start.X + (enter * dx), start.Y + (enter * dy));
        to = (start.X + (leave * dx), start.Y + (leave * dy));
        return true;
    }

    /// <summary>Narrows [enter, leave] to where the segment is on the inner side of one edge.</summary>
    private static bool Cut(double speed, double distance, ref double enter, ref double leave)
    {
        if (speed == 0)
        {
            return distance >= 0;
        }

        double at = distance / speed;
        if (speed < 0)
        {
            enter = Math.Max(enter, at);
        }
        else
        {
            leave = Math.Min(leave, at);
        }

        return enter <= leave;
    }
}
