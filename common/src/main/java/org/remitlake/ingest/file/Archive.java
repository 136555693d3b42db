package org.remitlake.ingest.file;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;

/** A zip file, read where it lies: nothing of it is ever written to disk. */
final class Archive implements Closeable {
  /** What old Russian packers write names in; a newer one marks its names as UTF-8. */
  private static final String NAMES = "IBM866";

  private static final String TYPES = "[Content_Types].xml";

  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;

  private Archive(ZipFile zip) {
    this.zip = zip;
    this.entries = Collections.list(zip.getEntries());
  }

  /**
   * Opens an archive, and closes the channel where that fails.
   *
   * @throws UnreadableFile if it is damaged or has too many entries
   */
  static Archive open(SeekableByteChannel channel) throws IOException {
    // The list of contents becomes objects many times its size, so it is bounded as it is read.
    BoundedChannel bounded = new BoundedChannel(channel, Limits.LIST_BYTES);
    try {
      Archive archive =
          new Archive(
              ZipFile.builder()
                  .setSeekableByteChannel(bounded)
                  .setCharset(NAMES)
                  .setIgnoreLocalFileHeader(true)
                  .get());
      bounded.lift();
      if (archive.entries.size() > Limits.ENTRIES) {
        throw tooManyEntries();
      }
      return archive;
    } catch (UnreadableFile e) {
      channel.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw new UnreadableFile(
          "F00", "the archive is damaged, or was cut off; ask for it again", e);
    }
  }

  static UnreadableFile tooManyEntries() {
    return new UnreadableFile(
        "F00",
        "the archive lists more than the %d entries that are taken; send it in parts"
            .formatted(Limits.ENTRIES));
  }

  List<ZipArchiveEntry> entries() {
    return entries;
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** Whether it is a document of an office suite: one delivery, not many. */
  boolean isDocument() {
    return has(TYPES);
  }

  /** Whether there is a part of a workbook that can be read. */
  boolean isWorkbook() {
    return isDocument() && has("xl/workbook.xml");
  }

  /**
   * The bytes of the first entry of a name; closing them closes the archive.
   *
   * @throws UnreadableFile if they are encrypted, or packed in a way that no common packer uses
   */
  InputStream stream(String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the archive changed while it was read");
    }
    InputStream bytes = stream(entry);
    return new FilterInputStream(bytes) {
      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return in.read(into, from, length);
      }

      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }

  /** The bytes of an entry: never more than the archive says they are. */
  InputStream stream(ZipArchiveEntry entry) throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new UnreadableFile(
          "F00", "it has a password in its archive; send it without, over a safe way");
    }
    if (!zip.canReadEntryData(entry)) {
      throw new UnreadableFile(
          "F00", "its archive uses an uncommon method of packing; pack it as a plain zip");
    }
    InputStream checked =
        ChecksumInputStream.builder()
            .setInputStream(zip.getInputStream(entry))
            .setChecksum(new CRC32())
            .setExpectedChecksumValue(entry.getCrc())
            .get();
    return new Measured(
        checked, entry::getCompressedSize, Math.min(entry.getSize(), Limits.UNPACKED));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
