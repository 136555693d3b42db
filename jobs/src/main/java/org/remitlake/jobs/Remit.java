package org.remitlake.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.ContractViolation;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code remit <job> …}. */
@Command(
    name = "remit",
    description = "Remittance analytics on Apache Spark and Delta Lake.",
    mixinStandardHelpOptions = true,
    version = "remit 0.1.0",
    subcommands = {
      DemoJob.class,
      IngestJob.class,
      RequarantineJob.class,
      IndicatorsJob.class,
      SurveyJob.class,
      EvaluateJob.class,
      PublishJob.class,
      MicrodataJob.class,
      GenerateJob.class,
      ExplainJob.class,
      DictionaryJob.class,
      ProfileJob.class,
      CodebookJob.class,
      picocli.CommandLine.HelpCommand.class
    },
    synopsisSubcommandLabel = "JOB",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 usage or configuration, 3 data broke a contract,",
      "4 done, but files were rejected, held or unclaimed."
    })
public final class Remit {
  private static final Stop STOP = new Stop(System.err);

  private Remit() {}

  /** Runs one job and exits with its code. */
  public static void main(String[] args) {
    int code;
    STOP.watch();
    QuietLogs.set();
    Thread.setDefaultUncaughtExceptionHandler(Remit::died);
    try {
      code = run(args);
    } catch (Error e) {
      // no memory, a class that another Spark lacks: still one sentence
      code = exitCode(e, args);
    }
    STOP.end();
    // Return from main where all is well: a cluster manager may take any exit for a failure.
    SparkSession.getDefaultSession()
        .foreach(
            session -> {
              session.stop();
              return null;
            });
    if (code != 0) {
      System.exit(code);
    }
  }

  /** A thread of Spark's that died for want of memory is waited for by others, for ever. */
  private static void died(Thread thread, Throwable problem) {
    if (problem instanceof OutOfMemoryError) {
      System.err.println("remit: " + Problems.told(problem).sentence());
      Runtime.getRuntime().halt(1);
    }
    System.err.print("Exception in thread \"" + thread.getName() + "\" ");
    problem.printStackTrace(System.err);
  }

  static int run(String... args) {
    CommandLine command = new CommandLine(new Remit());
    command.setExecutionExceptionHandler((problem, at, parsed) -> exitCode(problem, args));
    command.setParameterExceptionHandler((problem, parsed) -> usage(problem));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    return command.execute(args);
  }

  private static int usage(CommandLine.ParameterException problem) {
    Optional<String> misspelt = misspeltJob(problem);
    if (misspelt.isPresent()) {
      System.err.println("remit: " + misspelt.get());
      return CommandLine.ExitCode.USAGE;
    }
    String name = problem.getCommandLine().getCommandSpec().qualifiedName();
    String message = problem.getMessage().lines().findFirst().orElse("wrong usage");
    String plain =
        message
            .replaceFirst("[.]$", "")
            .replaceFirst("is not an? (int|long)$", "is not a whole number");
    System.err.println(name + ": " + plain + ". See '" + name + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  /** What to say where the first word is no job. */
  private static Optional<String> misspeltJob(CommandLine.ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    if (!(problem instanceof CommandLine.UnmatchedArgumentException unmatched)
        || command.getParent() != null
        || unmatched.getUnmatched().get(0).startsWith("-")) {
      return Optional.empty();
    }
    String word = unmatched.getUnmatched().get(0);
    List<String> jobs = List.copyOf(command.getSubcommands().keySet());
    String meant =
        jobs.stream()
            .filter(job -> Misspelling.distance(job, word) <= 1 + job.length() / 3)
            .min(Comparator.comparingInt(job -> Misspelling.distance(job, word)))
            .map(job -> " Did you mean '" + job + "'?")
            .orElse("");
    return Optional.of(
        "unknown job '%s'.%s Jobs: %s.".formatted(word, meant, String.join(", ", jobs)));
  }

  private static int exitCode(Throwable problem, String[] args) {
    boolean verbose = java.util.Arrays.asList(args).contains("--verbose");
    if (verbose) {
      problem.printStackTrace(System.err);
    }
    if (STOP.isStopped()) {
      return 1; // said already; the signal gives the exit code
    }
    if (problem instanceof ConfigProblem) {
      System.err.println("remit: " + problem.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    if (problem instanceof ContractViolation) {
      System.err.println("remit: " + problem.getMessage());
      return 3;
    }
    Problems.Told told = Problems.told(problem);
    System.err.println("remit: " + told.sentence());
    return told.exitCode();
  }
}
