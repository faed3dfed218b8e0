/** Published figures of one city, a row to a line: the numbers in the order of the columns. */
export interface Vector {
  readonly name: string;
  readonly requests: string;
  readonly disclosure: Readonly<Record<string, readonly number[]>>;
  readonly disputes: Readonly<Record<string, readonly number[]>>;
}

export const vectors: readonly Vector[] = [
  {
    name: '宿迁 2023',
    requests: `
received 3402 99 0 4 5 1 3511
carried-over 91 3 0 0 2 0 96
granted 1175 12 0 3 1 0 1191
partly-granted 319 7 0 0 2 0 328
refused.state-secret 0 0 0 0 0 0 0
refused.forbidden-by-law 27 0 0 0 0 0 27
refused.stability 6 0 0 0 0 0 6
refused.third-party 38 0 0 0 0 0 38
refused.internal-affairs 20 0 0 0 0 0 20
refused.deliberative 9 0 0 0 0 0 9
refused.enforcement-file 21 0 0 0 0 0 21
refused.administrative-query 20 1 0 0 0 0 21
unavailable.not-held 968 74 0 1 3 1 1047
unavailable.not-existing 26 2 0 0 0 0 28
unavailable.unclear 3 0 0 0 0 0 3
declined.petition 305 0 0 0 0 0 305
declined.repeated 39 0 0 0 0 0 39
declined.publication 0 0 0 0 0 0 0
declined.excessive 58 0 0 0 0 0 58
declined.confirmation 4 0 0 0 0 0 4
other.not-corrected 40 0 0 0 0 0 40
other.fee-unpaid 10 0 0 0 0 0 10
other.other 287 3 0 0 1 0 291
total 3375 99 0 4 7 1 3486
carried-forward 118 3 0 0 0 0 121`,
    disclosure: {
      regulations: [2, 0, 11],
      'normative-documents': [109, 489, 597],
      licensing: [1808595],
      penalties: [2822652],
      coercion: [20163],
      fees: [59237.2449],
    },
    disputes: {
      reconsideration: [309, 17, 88, 26, 440],
      'litigation-direct': [1, 1, 16, 6, 24],
      'litigation-after-reconsideration': [13, 0, 67, 9, 89],
    },
  },
  {
    name: '宿迁 2024',
    requests: `
received 3440 75 0 1 6 3 3525
carried-over 118 3 0 0 0 0 121
granted 1408 21 0 0 2 0 1431
partly-granted 462 9 0 0 0 0 471
refused.state-secret 2 0 0 0 0 0 2
refused.forbidden-by-law 1 0 0 0 0 0 1
refused.stability 4 0 0 0 0 0 4
refused.third-party 16 1 0 0 0 0 17
refused.internal-affairs 21 0 0 0 0 0 21
refused.deliberative 10 1 0 0 0 0 11
refused.enforcement-file 21 2 0 0 0 0 23
refused.administrative-query 13 0 0 0 0 0 13
unavailable.not-held 859 33 0 0 3 2 897
unavailable.not-existing 35 1 0 0 0 0 36
unavailable.unclear 8 0 0 0 0 0 8
declined.petition 86 1 0 0 0 0 87
declined.repeated 26 1 0 0 0 0 27
declined.publication 0 0 0 0 0 0 0
declined.excessive 3 0 0 0 0 0 3
declined.confirmation 0 0 0 0 0 0 0
other.not-corrected 75 1 0 1 0 0 77
other.fee-unpaid 38 0 0 0 0 0 38
other.other 352 2 0 0 0 0 354
total 3440 73 0 1 5 2 3521
carried-forward 118 5 0 0 1 1 125`,
    disclosure: {
      regulations: [2, 1, 12],
      'normative-documents': [50, 227, 420],
      licensing: [1573179],
      penalties: [2676474],
      coercion: [29351],
      fees: [72701.2578],
    },
    disputes: {
      reconsideration: [88, 18, 28, 36, 170],
      'litigation-direct': [7, 0, 11, 7, 25],
      'litigation-after-reconsideration': [33, 0, 6, 13, 52],
    },
  },
];
