package dev.weft.spi;

/** Which classes have been initialised: the virtual machine tells only by doing it, slowly. */
final class InitializedClasses extends ClassValue<Boolean> {
  private static final InitializedClasses ALL = new InitializedClasses();

  private InitializedClasses() {}

  /**
   * Initialises a class if nobody has yet.
   *
   * @return true
   * @throws LinkageError if the class has failed to initialise, now or before
   */
  static boolean add(Class<?> type) {
    return ALL.get(type);
  }

  @Override
  protected Boolean computeValue(Class<?> type) {
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      throw new LinkageError(type.getName(), e);
    }
  }
}
