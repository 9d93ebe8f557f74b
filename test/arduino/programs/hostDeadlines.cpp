// Says how far what a run's deadline is first taken for lies below the deadline: the smallest and the largest
// quotient of both, over every logarithm of samples that there is a deadline for.
#include <stdio.h>

#include "tidemark/numbers.h"

int main() {
  double least = 1;
  double most = 0;
  for (float x = 0; x < 20; x = nextafterf(x + 1e-5f, 20)) {
    const double quotient = tidemark_core::lessThanPower(x) / exp(double(x));
    if (quotient < least) least = quotient;
    if (quotient > most) most = quotient;
  }
  printf("%.9f %.9f\n", least, most);
}
