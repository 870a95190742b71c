return MolShell.Host.Console.Application.Run(args);
