namespace MolShell.Compute.Plots.Trajectories;

/// <summary>The controls that player.js works with.</summary>
internal static class PlayerMarkup
{
    public const string Controls = """
        <span class="group player">
        <button id="first" aria-label="first frame">|‹</button>
        <button id="back" aria-label="frame before">‹</button>
        <button id="play" aria-label="play">▶</button>
        <button id="next" aria-label="next frame">›</button>
        <input id="frame" type="range" min="0" value="0" step="1" aria-label="frame">
        <label>speed <select id="speed">
        <option value="2">2 /s</option><option value="5">5 /s</option><option value="10" selected>10 /s</option>
        <option value="25">25 /s</option><option value="60">60 /s</option>
        </select></label>
        <label><input id="loop" type="checkbox" checked> loop</label>
        </span>
        <output id="status"></output>
        """;

    public const string Error = "<div id=\"error\" role=\"alert\" hidden></div>";
}
