package org.remitlake.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.ContractViolation;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.file.FileSource;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.file.UnreadableFile;
import org.remitlake.ingest.proposal.MessageProposal;
import org.remitlake.ingest.proposal.Proposal;
import org.remitlake.ingest.proposal.ProposedProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Proposes a profile for a new partner's file. What it prints is the profile, ready to be
 * redirected into {@code conf/providers}; like {@code dictionary} it starts no Spark and keeps no
 * facts.
 */
@Command(
    name = "profile",
    description = "Propose a profile for a new partner's file: columns, words, encoding, dates.",
    mixinStandardHelpOptions = true)
final class ProfileJob implements Callable<Integer> {
  private static final String CODE = "[A-Za-z][A-Za-z0-9_]*";

  @Parameters(paramLabel = "FILE", description = "A file as the partner sends it.")
  private Path file;

  @Option(
      names = "--contract",
      paramLabel = "NAME",
      description = "What the file delivers, as transfer (default: what its columns fit best).")
  private Optional<String> contract;

  @Option(
      names = "--provider",
      paramLabel = "CODE",
      description = "Code of the partner, as MTO_07 (default: from the file's name).")
  private Optional<String> provider;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the profile there, which must be no file yet (default: standard output).")
  private Optional<Path> out;

  @Option(
      names = "--conf-dir",
      paramLabel = "FOLDER",
      description = "Configuration (default: conf beside the launcher, else the one in the jar).")
  private Optional<Path> confDir;

  @SuppressWarnings("UnusedVariable") // declared here, looked for by Remit among the arguments
  @Option(names = "--verbose", description = "Print stack traces of problems.")
  private boolean verbose;

  @Override
  public Integer call() throws IOException {
    refuseWrong();
    Path conf = ConfDir.find(confDir, System.getenv());
    ProposedProfile proposal = propose(conf);
    String yaml = proposal.yaml();
    ProposedProfile.Summary summary = proposal.summary();
    lines(proposal, summary).forEach(System.err::println);
    if (out.isEmpty()) {
      System.out.write(yaml.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    } else {
      write(out.get(), yaml);
      System.out.println(Runner.json(facts(proposal, summary)));
    }
    return 0;
  }

  private ProposedProfile propose(Path conf) {
    Profiles profiles = Profiles.read(conf, Ingest.CONTRACTS);
    Proposal.Given given = new Proposal.Given(contract, provider);
    String name = file.getFileName().toString();
    FileSource source = () -> Files.newInputStream(file);
    try {
      Optional<MessageProposal> message =
          MessageProposal.of(name, source, conf, profiles, Ingest.CONTRACTS, given);
      return message.isPresent()
          ? message.get()
          : Proposal.of(name, source, profiles, Ingest.CONTRACTS, given);
    } catch (UnreadableFile e) {
      throw new ContractViolation(
          "%s: %s (rule %s). No profile was proposed.".formatted(file, e.getMessage(), e.rule()));
    } catch (IOException e) {
      throw new ConfigProblem(
          file + ": cannot be read. Nothing was written. Check its permissions.", e);
    } catch (ConfigProblem e) {
      throw new ConfigProblem(file + ": " + e.getMessage(), e);
    }
  }

  private void refuseWrong() {
    if (!Files.exists(file)) {
      throw new ConfigProblem(file + ": no such file. Nothing was read. Check the path.");
    }
    if (!Files.isRegularFile(file)) {
      throw new ConfigProblem(
          file + ": not a file. Nothing was read. Name one file of the partner.");
    }
    List<String> known = Ingest.CONTRACTS.stream().map(DeliveryContract::name).toList();
    if (contract.isPresent() && !known.contains(contract.get())) {
      throw new ConfigProblem(
          "--contract: '%s' is not known. Nothing was read. Use one of %s."
              .formatted(contract.get(), known.stream().collect(Collectors.joining(", "))));
    }
    if (provider.isPresent() && !provider.get().matches(CODE)) {
      throw new ConfigProblem(
          "--provider: a code has letters, digits and underscores, as MTO_07. Nothing was read.");
    }
    if (out.isPresent() && Files.exists(out.get(), LinkOption.NOFOLLOW_LINKS)) {
      throw new ConfigProblem(
          out.get() + ": is there already. Nothing was written. Name a new file for --out.");
    }
  }

  static void write(Path target, String yaml) {
    try {
      Files.writeString(target, yaml, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new ConfigProblem(
          target + ": cannot be written. Nothing was written. Check that its folder exists.", e);
    }
  }

  private static List<String> lines(ProposedProfile proposal, ProposedProfile.Summary summary) {
    return List.of(
        "%s: contract %s (%s)"
            .formatted(
                proposal.fileName(), proposal.contract().value(), proposal.contract().comment()),
        "%d columns mapped, %d not, %d TODOs to settle; see the comments in the profile"
            .formatted(summary.mapped(), summary.ignored(), summary.todos()));
  }

  private Map<String, Object> facts(ProposedProfile proposal, ProposedProfile.Summary summary) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", "profile");
    facts.put("exit", 0);
    facts.put("file", proposal.fileName());
    facts.put("out", out.map(Path::toString).orElse(""));
    facts.put("contract", proposal.contract().value());
    facts.put("columns", summary.mapped());
    facts.put("ignored", summary.ignored());
    facts.put("todos", summary.todos());
    facts.put("rows", summary.rows());
    facts.put("rows_clean", summary.clean());
    return facts;
  }
}
