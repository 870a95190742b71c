using System.Collections;
using System.Management.Automation;
using MolShell.Host.Formatting.Generators;
using MolShell.Host.Formatting.Packets;
using MolShell.Host.Formatting.Views;

namespace MolShell.Host.Formatting;

/// <summary>
/// Turns a stream of objects into the packets of tables and lists. The first object decides what is drawn; later ones join it where
/// its view takes them, else they stand between its rows as lists of their own.
/// </summary>
internal sealed class FormatGenerator
{
    /// <summary>Objects with more properties than this are shown as lists.</summary>
    private const int MostPropertiesInTable = 4;

    private readonly FormatCatalog catalog;
    private readonly FormatOptions options;
    private readonly ValueText text;
    private readonly Action<object> output;
    private ViewGenerator? generator;
    private bool inGroup;

    /// <param name="catalog">The views.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="enumerationLimit">How many elements of a collection are shown.</param>
    /// <param name="output">Takes packets; those that come in already made go through.</param>
    public FormatGenerator(FormatCatalog catalog, FormatOptions options, int enumerationLimit, Action<object> output)
    {
        this.catalog = catalog;
        this.options = options;
        text = new ValueText(enumerationLimit);
        this.output = output;
    }

    /// <summary>Takes an object; the elements of a collection one by one.</summary>
    public void Process(object? value)
    {
        object? plain = PSObject.Unwrap(value);
        if (plain is null)
        {
            return;
        }

        IEnumerable? elements = plain as IDictionary ?? LanguagePrimitives.GetEnumerable(plain);
        if (elements is null)
        {
            ProcessOne(value!);
            return;
        }

        foreach (object? element in elements)
        {
            ProcessOne(element ?? "");
        }
    }

    /// <summary>Ends what was begun.</summary>
    public void End()
    {
        if (inGroup)
        {
            output(new GroupEnd());
            inGroup = false;
        }

        if (generator is not null)
        {
            output(new FormatEnd());
            generator = null;
        }
    }

    private void ProcessOne(object value)
    {
        if (PSObject.Unwrap(value) is FormatPacket packet)
        {
            if (packet is FormatStart)
            {
                End();
            }

            output(packet);
            return;
        }

        bool mayStandAlone = options.Kind == FormatKind.Default || !options.Force;
        if (mayStandAlone && TypeNamesOf.StandsAsText(value))
        {
            output(new TextPacket(PSObject.ToText(value, System.Globalization.CultureInfo.CurrentCulture)));
            return;
        }

        if (generator is null)
        {
            generator = Select(value);
            output(new FormatStart(generator.Shape));
        }

        if (mayStandAlone && !generator.Applies(value))
        {
            output(new ListGenerator(null, new FormatOptions(), text).Entry(value, outOfBand: true));
            return;
        }

        ChangeGroup(value);
        output(generator.Entry(value));
    }

    private void ChangeGroup(object value)
    {
        bool changes = generator!.ChangesGroup(value);
        if (inGroup && !changes)
        {
            return;
        }

        if (inGroup)
        {
            output(new TextPacket(""));
            output(new GroupEnd());
        }

        output(generator.StartGroup());
        inGroup = true;
    }

    private ViewGenerator Select(object first)
    {
        IReadOnlyList<string> types = TypeNamesOf.All(first);
        if (options.Properties.Count > 0)
        {
            return Bare(options.Kind, first);
        }

        FormatView? view = options.Kind switch
        {
            FormatKind.Table => catalog.Find<TableView>(types, options.ViewName),
            FormatKind.List => catalog.Find<ListView>(types, options.ViewName),
            _ => catalog.Find<FormatView>(types),
        };
        if (view is null && options.ViewName is not null)
        {
            throw new RuntimeException(
                ErrorCategory.ObjectNotFound, "FormatViewNotFound", options.ViewName,
                $"The view name {options.ViewName} cannot be found for objects of type {types[0]}.");
        }

        return view switch
        {
            TableView table => new TableGenerator(table, options, text, first),
            ListView list => new ListGenerator(list, options, text),
            TextView single => new TextGenerator(single, options, text),
            _ => Bare(options.Kind == FormatKind.Default && IsLong(first) ? FormatKind.List : options.Kind, first),
        };
    }

    private static bool IsLong(object value) => PropertyReader.Names(value).Count > MostPropertiesInTable;

    private ViewGenerator Bare(FormatKind kind, object first) =>
        kind == FormatKind.List ? new ListGenerator(null, options, text) : new TableGenerator(options, text, first);
}
