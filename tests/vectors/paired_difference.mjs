// Newcombe 1998, Statistics in Medicine 17:2635, method 10, written from the formulas and apart from the C++:
// prints the intervals that tests/core/statistics_interval.cpp expects. Cells: both, only a, only b, neither.
const z = 1.959963984540054;

function wilson(successes, n) {
  const p = successes / n;
  const middle = 2 * n * p + z * z;
  const reach = z * Math.sqrt(z * z + 4 * n * p * (1 - p));
  return [(middle - reach) / (2 * (n + z * z)), (middle + reach) / (2 * (n + z * z))];
}

function methodTen(e, f, g, h) {
  const n = e + f + g + h;
  const [p1, p2] = [(e + f) / n, (e + g) / n];
  const [[l1, u1], [l2, u2]] = [wilson(e + f, n), wilson(e + g, n)];
  const margins = (e + f) * (g + h) * (e + g) * (f + h);
  let top = e * h - f * g;
  if (top > n / 2) top -= n / 2;
  else if (top > 0) top = 0;
  const phi = margins === 0 ? 0 : top / Math.sqrt(margins);
  const low = (p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2;
  const high = (p2 - l2) ** 2 - 2 * phi * (p2 - l2) * (u1 - p1) + (u1 - p1) ** 2;
  return [p1 - p2 - Math.sqrt(low), p1 - p2 + Math.sqrt(high)];
}

const tables = [[59, 6, 16, 80], [1, 1, 7, 12], [36, 12, 2, 0], [20, 12, 2, 16], [36, 14, 0, 0], [54, 0, 0, 0],
                [53, 0, 1, 0], [0, 30, 20, 0]];
for (const table of tables) console.log(table.join(" "), methodTen(...table).map((end) => end.toFixed(4)).join(" "));
