package dev.weft.samples.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A picture of a page, in PNG. It carries the page's text and the fingerprint of the style sheet,
 * so that a test can tell whether the page still looks so.
 *
 * @param text what the page said
 * @param style the fingerprint
 */
record Picture(String text, String style) {
  private static final Path FOLDER = Path.of("..", "..", "docs", "images");
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  // What PNG calls international text: a name, and no compression, language or translated name.
  private static final String CHUNK = "iTXt";
  private static final String NAME = "Description\0\0\0\0\0";

  /** Length, type and checksum. */
  private static final int FRAME = 12;

  /** The signature and the first chunk, before which there is no other. */
  private static final int HEADER = SIGNATURE.length + FRAME + 13;

  /** What a picture would carry that were taken now. */
  static Picture of(String text) {
    try (InputStream style = WebServer.class.getResourceAsStream("/web/style.css")) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.readAllBytes());
      return new Picture(text, HexFormat.of().formatHex(digest, 0, 8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path file(String name) {
    return FOLDER.resolve("web-" + name + ".png");
  }

  /**
   * What a picture carries.
   *
   * @throws IllegalArgumentException if it is no PNG, or carries nothing
   */
  static Picture read(Path file) throws IOException {
    ByteBuffer png = ByteBuffer.wrap(Files.readAllBytes(file));
    byte[] signature = new byte[SIGNATURE.length];
    png.get(signature);
    if (!Arrays.equals(signature, SIGNATURE)) {
      throw new IllegalArgumentException(file + " is no PNG");
    }
    while (png.remaining() >= FRAME) {
      byte[] data = new byte[png.getInt()];
      byte[] type = new byte[CHUNK.length()];
      png.get(type).get(data).getInt();
      if (new String(type, ISO_8859_1).equals(CHUNK)) {
        String content = new String(data, UTF_8).substring(NAME.length());
        int end = content.lastIndexOf('\n');
        return new Picture(content.substring(0, end), content.substring(end + 1));
      }
    }
    throw new IllegalArgumentException(file + " does not say what it shows");
  }

  /** Puts this into a PNG that carries nothing, and writes it. */
  void write(byte[] png, Path file) throws IOException {
    byte[] data = (NAME + text + '\n' + style).getBytes(UTF_8);
    ByteBuffer chunk = ByteBuffer.allocate(FRAME + data.length);
    chunk.putInt(data.length).put(CHUNK.getBytes(ISO_8859_1)).put(data);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), Integer.BYTES, CHUNK.length() + data.length);
    chunk.putInt((int) checksum.getValue());
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        ByteBuffer.allocate(png.length + chunk.capacity())
            .put(png, 0, HEADER)
            .put(chunk.array())
            .put(png, HEADER, png.length - HEADER)
            .array());
  }
}
