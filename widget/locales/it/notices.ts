/** Words around what holds for a time. */
export default {
  notice: {
    title: 'Avviso',
    untilToday: 'Vale fino alle {{time}} di oggi.',
    allToday: 'Vale per tutto oggi.',
    untilEnd: 'Vale fino alla fine di {{day}}.',
    until: 'Vale fino alle {{time}} di {{day}}.',
  },
};
