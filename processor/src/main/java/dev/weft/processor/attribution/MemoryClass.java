package dev.weft.processor.attribution;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class file that the isolated compiler has made. */
final class MemoryClass extends SimpleJavaFileObject {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  MemoryClass(String binaryName) {
    super(URI.create("made:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  @Override
  public OutputStream openOutputStream() {
    return bytes;
  }
}
