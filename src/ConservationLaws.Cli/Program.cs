using ConservationLaws.Cli;

return Application.Run(args, Streams.OfConsole());
