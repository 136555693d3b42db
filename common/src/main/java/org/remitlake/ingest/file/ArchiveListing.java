package org.remitlake.ingest.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.hadoop.conf.Configuration;

/** What a zip archive in a drop folder holds: entries are deliveries, as files of a folder are. */
final class ArchiveListing {
  private final Drop.Entry file;
  private final List<Drop.Entry> entries = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Drop.Refused> refused = new ArrayList<>();

  private ArchiveListing(Drop.Entry file) {
    this.file = file;
  }

  static boolean concerns(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /** Looks into an archive; a document of an office suite is one delivery. */
  static Drop.Listing of(Drop.Entry file, Configuration hadoop) {
    ArchiveListing listing = new ArchiveListing(file);
    try (Archive archive = Archive.open(new HadoopChannel(file.path(), hadoop))) {
      if (archive.isDocument()) {
        listing.entries.add(file);
      } else {
        listing.add(archive);
      }
    } catch (UnreadableFile e) {
      listing.refuse(e.rule() + ": " + e.getMessage());
    } catch (IOException e) {
      listing.refuse(Scan.unread(e));
    }
    return new Drop.Listing(listing.entries, listing.notices, listing.refused);
  }

  private void refuse(String reason) {
    entries.clear();
    notices.clear();
    refused.add(new Drop.Refused(file.name(), file.size(), reason));
  }

  private void add(Archive archive) {
    // Capped one by one: sizes that only claim to be huge must not add up to nothing.
    long total =
        archive.entries().stream().mapToLong(e -> Math.min(e.getSize(), Limits.UNPACKED + 1)).sum();
    if (total > Limits.UNPACKED) {
      throw new UnreadableFile(
          "F00",
          String.format(
              Locale.ROOT,
              "its entries unpack to more than the %,d bytes that are taken; send it in parts",
              Limits.UNPACKED));
    }
    if (total > Limits.RATIO_FROM && total > Limits.RATIO * file.size()) {
      throw Measured.tooDense();
    }
    Set<String> names = new HashSet<>();
    int unsafe = 0;
    for (ZipArchiveEntry entry : archive.entries()) {
      List<String> path = Arrays.asList(entry.getName().split("[/\\\\]", -1));
      if (isUnsafe(entry, path)) {
        unsafe++;
      } else if (!names.add(entry.getName())) {
        pass("has two entries of one name; the second");
      } else if (!entry.isDirectory() && path.stream().noneMatch(ArchiveListing::isHidden)) {
        add(archive, entry, path.get(path.size() - 1));
      }
    }
    if (archive.entries().isEmpty()) {
      pass("is empty: it");
    }
    if (unsafe > 0) {
      pass(
          "holds entries (%d) whose path leads out of it or is no plain file name; what they name"
              .formatted(unsafe));
    }
  }

  private void add(Archive archive, ZipArchiveEntry entry, String name) {
    if (concerns(name)) {
      pass("holds the archive " + name + ", which");
    } else if (!name.endsWith(Drop.MANIFEST)) {
      String manifest =
          List.of(entry.getName(), Unpacked.name(entry.getName())).stream()
              .map(n -> n + Drop.MANIFEST)
              .filter(archive::has)
              .findFirst()
              .map(n -> Place.inside(file.path(), n))
              .orElse("");
      String place = Place.inside(file.path(), entry.getName());
      entries.add(new Drop.Entry(name, place, entry.getSize(), manifest));
    }
  }

  private static boolean isHidden(String part) {
    return part.startsWith(".") || part.startsWith("_");
  }

  private static boolean isUnsafe(ZipArchiveEntry entry, List<String> path) {
    boolean absolute = path.get(0).isEmpty() || path.get(0).endsWith(":");
    boolean odd = entry.getName().chars().anyMatch(Character::isISOControl);
    return absolute || odd || path.contains("..") || entry.isUnixSymlink();
  }

  private void pass(String what) {
    notices.add(
        "%s: %s was passed over. Pack its files again, plainly, or put them into the folder."
            .formatted(file.name(), what));
  }
}
