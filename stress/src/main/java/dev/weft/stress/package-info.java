/**
 * Races on a runner and on a coroutine, for jcstress: each class is one race, and says which of its
 * outcomes may be seen.
 */
package dev.weft.stress;
