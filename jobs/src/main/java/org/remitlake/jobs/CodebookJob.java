package org.remitlake.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.ContractViolation;
import org.remitlake.ingest.file.UnreadableFile;
import org.remitlake.ingest.form.Codebook;
import org.remitlake.ingest.form.ProposedAnswers;
import org.remitlake.ingest.form.XlsForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a questionnaire as a code book; like {@code profile} it starts no Spark. */
@Command(
    name = "codebook",
    description = "Read an XLSForm as a code book: variables, labels, skip rules, choices.",
    mixinStandardHelpOptions = true)
final class CodebookJob implements Callable<Integer> {
  @Parameters(paramLabel = "FORM", description = "The questionnaire, an XLSForm (.xlsx).")
  private Path file;

  @Option(
      names = "--profile",
      description =
          "Propose 'values', 'missing' and 'choices' of a survey's profile instead of the code book.")
  private boolean isForProfile;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it there, which must be no file yet (default: standard output).")
  private Optional<Path> out;

  @SuppressWarnings("UnusedVariable") // declared here, looked for by Remit among the arguments
  @Option(names = "--verbose", description = "Print stack traces of problems.")
  private boolean verbose;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ConfigProblem(file + ": no such file. Nothing was read. Check the path.");
    }
    if (out.isPresent() && Files.exists(out.get(), LinkOption.NOFOLLOW_LINKS)) {
      throw new ConfigProblem(
          out.get() + ": is there already. Nothing was written. Name a new file for --out.");
    }
    XlsForm form = read(file);
    form.problems().forEach(problem -> System.err.println(file + ": " + problem + "."));
    System.err.println(
        "%s: %d variables, %d lists with %d choices; %d notes and %d disabled rows left out"
            .formatted(
                file,
                form.variables().size(),
                form.lists().size(),
                form.choices(),
                form.notes(),
                form.disabled()));
    String yaml = isForProfile ? ProposedAnswers.yaml(form) : Codebook.yaml(form);
    if (out.isEmpty()) {
      System.out.write(yaml.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    } else {
      ProfileJob.write(out.get(), yaml);
      System.out.println(Runner.json(facts(form)));
    }
    return 0;
  }

  /** The job itself. */
  static XlsForm read(Path file) {
    try {
      return XlsForm.read(() -> Files.newInputStream(file));
    } catch (UnreadableFile e) {
      throw new ContractViolation(
          "%s: %s (rule %s). Nothing was written.".formatted(file, e.getMessage(), e.rule()));
    } catch (IOException e) {
      throw new ConfigProblem(
          file + ": cannot be read. Nothing was written. Check its permissions.", e);
    }
  }

  private Map<String, Object> facts(XlsForm form) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", "codebook");
    facts.put("exit", 0);
    facts.put("file", file.getFileName().toString());
    facts.put("out", out.map(Path::toString).orElse(""));
    facts.put("variables", form.variables().size());
    facts.put("lists", form.lists().size());
    facts.put("choices", form.choices());
    facts.put("problems", form.problems().size());
    return facts;
  }
}
