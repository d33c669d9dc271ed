/** The themes in which a journey that runs in the dark one takes pictures, too, by the name that the picture gets. */
export const otherThemes = {
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
};
