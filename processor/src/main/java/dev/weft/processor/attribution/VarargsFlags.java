package dev.weft.processor.attribution;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Takes flags out of class files that javac writes but refuses to read. It marks the constructor of
 * a local class as one of variable arity, and then adds captured variables behind the array.
 */
final class VarargsFlags {
  private static final int ACC_VARARGS = 0x0080;
  private static final int UTF8 = 1;
  private static final Pattern ARRAY_AT_END = Pattern.compile("\\[([A-Z]|L[^;]+;)$");

  private final byte[] file;
  private final ByteBuffer bytes;

  /** Where each constant lies, by its number. */
  private int[] constants = {};

  private VarargsFlags(byte[] file) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(file);
  }

  /** The class file without such flags. */
  static byte[] corrected(byte[] file) {
    return new VarargsFlags(file.clone()).correct();
  }

  private byte[] correct() {
    skip(8); // magic number and versions
    readConstants();
    skip(6); // flags, this class and superclass
    skip(2 * readShort());
    int fields = readShort();
    for (int i = 0; i < fields; i++) {
      skip(6);
      skipAttributes();
    }
    int methods = readShort();
    for (int i = 0; i < methods; i++) {
      method();
    }
    return file;
  }

  private void method() {
    int start = bytes.position();
    int flags = readShort();
    skip(2); // name
    String descriptor = text(readShort());
    skipAttributes();
    if ((flags & ACC_VARARGS) != 0 && !endsWithArray(descriptor)) {
      bytes.putShort(start, (short) (flags & ~ACC_VARARGS));
    }
  }

  /** Whether the last parameter of a method is an array. */
  private static boolean endsWithArray(String descriptor) {
    String parameters = descriptor.substring(0, descriptor.indexOf(')'));
    return ARRAY_AT_END.matcher(parameters).find();
  }

  private void readConstants() {
    constants = new int[readShort()];
    for (int i = 1; i < constants.length; i++) {
      constants[i] = bytes.position();
      int tag = bytes.get();
      switch (tag) {
        case UTF8 -> skip(readShort());
        case 5, 6 -> { // long and double, which take two numbers
          skip(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> skip(2); // class, string, method type, module and package
        case 15 -> skip(3); // method handle
        default -> skip(4);
      }
    }
  }

  private String text(int constant) {
    int start = constants[constant] + 3;
    int length = bytes.getShort(start - 2) & 0xffff;
    return new String(file, start, length, StandardCharsets.UTF_8);
  }

  private void skipAttributes() {
    int attributes = readShort();
    for (int i = 0; i < attributes; i++) {
      skip(2); // name
      skip(bytes.getInt());
    }
  }

  private int readShort() {
    return bytes.getShort() & 0xffff;
  }

  private void skip(int count) {
    bytes.position(bytes.position() + count);
  }
}
