package org.remitlake.ingest.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A walk through drop folders. On this machine's disks it passes over what would block a reader
 * (pipes, sockets, devices), follows links, and enters each real folder once, so that links in a
 * circle end.
 */
final class DropWalk {
  private final List<FileStatus> files = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final Set<String> entered = new HashSet<>();

  List<FileStatus> files() {
    return files;
  }

  List<String> notices() {
    return notices;
  }

  void add(FileSystem system, FileStatus status) throws IOException {
    if (isHidden(status.getPath().getName())) {
      return;
    }
    boolean isLocal = "file".equals(system.getUri().getScheme());
    if (status.isFile()) {
      if (isLocal && !Files.isRegularFile(onDisk(status))) {
        pass(status.getPath().getName(), "is a pipe, a socket or a device, not a file");
      } else {
        files.add(status);
      }
      return;
    }
    String place = isLocal ? onDisk(status).toRealPath().toString() : status.getPath().toString();
    if (entered.add(place)) {
      if (isLocal) {
        addDanglingLinks(onDisk(status));
      }
      FileStatus[] children = system.listStatus(status.getPath());
      Arrays.sort(children);
      for (FileStatus child : children) {
        add(system, child);
      }
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private static java.nio.file.Path onDisk(FileStatus status) {
    Path path = status.getPath();
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  /** Hadoop lists none of them. */
  private void addDanglingLinks(java.nio.file.Path folder) throws IOException {
    try (DirectoryStream<java.nio.file.Path> children = Files.newDirectoryStream(folder)) {
      for (java.nio.file.Path child : children) {
        String name = child.getFileName().toString();
        if (Files.isSymbolicLink(child) && !Files.exists(child) && !isHidden(name)) {
          pass(name, "is a link to nothing");
        }
      }
    }
  }

  private void pass(String name, String why) {
    notices.add(
        "%s: %s, so it was passed over. Put the file itself there, or take it out of the folder."
            .formatted(name, why));
  }
}
