/** Words around what holds for a time. */
export default {
  notice: {
    title: 'Avviso',
    untilToday: 'Vale fino alle {{time}} di oggi.',
    until: 'Vale fino alle {{time}} di {{day}}.',
  },
};
