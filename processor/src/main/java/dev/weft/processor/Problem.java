package dev.weft.processor;

import java.util.List;

/** Everything the processor may complain about: a stable tag, what is wrong, why, what to do. */
public enum Problem {
  YIELD_IN_SYNCHRONIZED(
      "yield-in-synchronized",
      "%s can't suspend inside a synchronized block",
      "nobody holds a monitor while the computation is paused",
      "leave the synchronized block before it, or guard the state by something that can be kept"
          + " across a pause, such as an AtomicReference"),
  YIELD_IN_LAMBDA(
      "yield-in-lambda",
      "%s can't suspend inside a lambda",
      "the code that calls the lambda does not know how to pause",
      "write a loop in the @Comp method itself, or yield before and after the call"),
  YIELD_IN_CLASS_BODY(
      "yield-in-class-body",
      "%s can't suspend inside a class declared in a method body",
      "its methods are called by code that does not know how to pause",
      "move it into a @Comp method of a named class and call that"),
  YIELD_IN_CONSTRUCTOR(
      "yield-in-constructor",
      "%s can't suspend inside a constructor",
      "an object must not be left half made",
      "write a static @Comp method that asks first and then calls the constructor"),
  YIELD_IN_INITIALIZER(
      "yield-in-initializer",
      "%s can't suspend inside an initializer",
      "a class or an object must not be left half made",
      "write a @Comp method that asks first and then sets the field"),
  YIELD_OUTSIDE_COMP(
      "yield-outside-comp",
      "%s stands in %s, which is not a @Comp method",
      "it would throw an IllegalStateException when it runs",
      "annotate the method with @Comp and run it by its factory, or remove the call"),
  COMP_ON_NATIVE(
      "comp-on-native",
      "@Comp on %s, which is native",
      "its body is not Java and can't pause",
      "write a Java method around it and annotate that"),
  COMP_ON_SYNCHRONIZED(
      "comp-on-synchronized",
      "@Comp on %s, which is synchronized",
      "nobody holds a monitor while the computation is paused",
      "remove the modifier, and guard the state by something that can be kept across a pause"),
  COMP_IN_LOCAL_CLASS(
      "comp-in-local-class",
      "@Comp on %s, which belongs to a class declared in a method body",
      "a stepper can't name such a class",
      "make the class a member of its outer class"),
  COMP_IN_COMPACT_FILE(
      "comp-in-compact-file",
      "@Comp on %s, which stands in a compact source file",
      "a stepper can't name the class that such a file is",
      "declare a class around all that is in the file, or move the method to another file"),
  UNNAMEABLE_LOCAL(
      "unnameable-local",
      "%s has the type %s, which has no name",
      "it must be kept in a field across a suspension, and a field needs a type",
      "declare it with a type that can be written down, or use it up in a block of its own before"
          + " the suspension"),
  UNNAMEABLE_VALUE(
      "unnameable-value",
      "this expression has the type %s, which has no name",
      "its value must be kept in a field across the suspension to its right",
      "assign it to a local variable with a type that can be written down, before the statement"),
  PROTECTED_TYPE(
      "protected-type",
      "%s is a protected class of another package and can't be named by the stepper",
      "the stepper is no subclass of the one that declares it",
      "use a type that all classes of this package can name"),
  INACCESSIBLE(
      "inaccessible",
      "%s can't be reached from the stepper in this form",
      "the stepper is another class, and %s",
      "%s"),
  CAPTURE_ASSIGNED(
      "capture-assigned-here",
      "%s is captured and assigned in the same statement",
      "the stepper captures a copy that is made before the statement",
      "assign it in a statement of its own"),
  ABANDONED_RETURN(
      "abandoned-return",
      "a return in this finally may come to nothing",
      "the result of the one that it interrupts would be lost: to keep it aside, the statement is"
          + " taken apart, which can't be done inside synchronized",
      "assign a variable there and return behind the finally"),
  IMPLICIT_CALL(
      "implicit-call",
      "%s.%s is a @Comp method and is called here without being named",
      "the language makes the call by itself, at a place that can't pause",
      "call it by its name"),
  REFERENCE_TO_COMP(
      "reference-to-comp",
      "%s refers to a %s",
      "whoever calls the reference does not know how to pause",
      "%s"),
  NO_STEPPER(
      "no-stepper",
      "%s is a @Comp method without a stepper",
      "its class was compiled without Weft's processor",
      "build it with the processor; a source that javac has found by itself must be named to javac"),
  TOO_LARGE(
      "too-large",
      "the stepper of %s would be too large for a class file",
      "a method may have 65,535 bytes of bytecode, and a class 65,535 constants",
      "move parts of it into other @Comp methods and call those"),
  NAME_CLASH(
      "name-clash",
      "the class that is generated for %s would be called %s, like another class",
      "two classes can't share a name",
      "rename the method or the class"),
  UNSUPPORTED(
      "unsupported",
      "%s can't be transformed",
      "Weft does not know how to pause in it",
      "move the suspension into a statement before it"),
  UNREADABLE(
      "unreadable",
      "the @Comp methods of %s could not be read",
      "javac compiles them, but the compiler inside Weft found errors in them",
      "please report it with the class and the options of the compiler"),
  LOMBOK(
      "lombok",
      "Lombok's @%s changes the @Comp method %s",
      "a stepper is made from the method as it is written, and does not see the change",
      "write in Java what the annotation stands for"),
  NO_TREE_API(
      "no-tree-api",
      "Weft needs the javac compiler, and this one (%s) has no tree API",
      "it reads method bodies by com.sun.source",
      "compile with Maven or Gradle, which use javac; in Eclipse delegate the build to them"),
  INTERNAL(
      "internal",
      "Weft failed on %s: %s",
      "this is a defect of Weft",
      "please report it with the method's source; until then write the method without @Comp");

  private final String tag;
  private final String what;
  private final String why;
  private final String remedy;

  Problem(String tag, String what, String why, String remedy) {
    this.tag = tag;
    this.what = what;
    this.why = why;
    this.remedy = remedy;
  }

  /** The stable name of the problem, {@code weft:…}. */
  public String tag() {
    return "weft:" + tag;
  }

  /** The whole text: tag, what is wrong, why, and what to do instead. */
  public String text(List<Object> details) {
    String template = "[" + tag() + "] " + what + ": " + why + "; " + remedy + ".";
    return template.formatted(details.toArray());
  }
}
