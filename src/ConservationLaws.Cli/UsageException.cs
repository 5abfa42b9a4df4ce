namespace ConservationLaws.Cli;

/// <summary>The command line or a file it names cannot be used; the message says how to mend it.</summary>
internal sealed class UsageException(string message) : Exception(message);
