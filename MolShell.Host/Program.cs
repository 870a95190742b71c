Console.WriteLine("molshell");
