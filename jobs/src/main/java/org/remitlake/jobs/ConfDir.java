package org.remitlake.jobs;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.remitlake.contract.ConfigProblem;

/** Where the configuration is: {@code --conf-dir}, else beside the launcher, else in the jar. */
final class ConfDir {
  private ConfDir() {}

  /**
   * The folder.
   *
   * @throws ConfigProblem if the folder that was asked for is not there
   */
  static Path find(Optional<Path> option, Map<String, String> environment) {
    Optional<Path> asked =
        option.or(() -> Optional.ofNullable(environment.get("REMIT_CONF_DIR")).map(Path::of));
    if (asked.isPresent()) {
      if (!Files.isDirectory(asked.get())) {
        throw new ConfigProblem(
            asked.get() + ": no such folder. Point --conf-dir to a conf folder.");
      }
      return asked.get();
    }
    Optional<Path> beside =
        Optional.ofNullable(environment.get("REMIT_HOME"))
            .map(home -> Path.of(home, "conf"))
            .filter(Files::isDirectory);
    return beside.orElseGet(ConfDir::inJar);
  }

  private static Path inJar() {
    URL marker = ConfDir.class.getResource("/conf/remit.yaml");
    if (marker == null) {
      throw new ConfigProblem("The jar holds no configuration. Point --conf-dir to a conf folder.");
    }
    try {
      URI uri = marker.toURI();
      return uri.getScheme().equals("jar")
          ? mounted(uri).getPath("/conf")
          : Path.of(uri).getParent();
    } catch (URISyntaxException | IOException e) {
      throw new ConfigProblem("The configuration in the jar cannot be read. Use --conf-dir.", e);
    }
  }

  private static FileSystem mounted(URI uri) throws IOException {
    try {
      return FileSystems.getFileSystem(uri);
    } catch (java.nio.file.FileSystemNotFoundException e) {
      return FileSystems.newFileSystem(uri, Map.of());
    }
  }
}
